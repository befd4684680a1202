package podo.starter.clock;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 while the clock is wrong: a token that seems to have ended would be answered 401, and its owner logged out. */
class ClockFilter extends OncePerRequestFilter {

    private final ClockWatch watch;
    private final WrongClockAnswer answer;

    ClockFilter(ClockWatch watch, WrongClockAnswer answer) {
        this.watch = watch;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (watch.isWrong()) {
            answer.write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Health and metrics say what is wrong. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }
}
