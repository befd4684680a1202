package podo.starter.clock;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes the 503 of a process whose clock is wrong, with {@code Retry-After}; the process may have a bean of its own. */
@FunctionalInterface
public interface WrongClockAnswer {

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
