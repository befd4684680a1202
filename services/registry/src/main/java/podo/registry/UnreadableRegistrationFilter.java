package podo.registry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Answers 400 to a registration without an instance: Eureka takes {@code null} for one, throws, and writes 179 lines of log. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableRegistrationFilter extends HttpFilter {

    private static final Logger log = LoggerFactory.getLogger(UnreadableRegistrationFilter.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern WITH_INSTANCE = Pattern.compile("(?s)\\s*(<.*|\\{.*\"instance\"\\s*:\\s*\\{.*)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST") || !request.getRequestURI().startsWith("/eureka/")) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES);
        if (WITH_INSTANCE.matcher(new String(body, StandardCharsets.UTF_8)).matches()) {
            chain.doFilter(new ReadRequest(request, body), response);
        } else {
            log.info("Refused a registration without an instance");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static class ReadRequest extends HttpServletRequestWrapper {

        private final ByteArrayInputStream body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    return body.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read at once");
                }
            };
        }
    }
}
