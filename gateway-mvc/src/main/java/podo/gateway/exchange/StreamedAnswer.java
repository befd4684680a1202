package podo.gateway.exchange;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A neighbour's answer on its way home, piece by piece. When the caller hangs up, the connection behind is <em>closed</em>,
 * not read to its end: an event stream has none.
 */
record StreamedAnswer(AbortableRequest request, ClassicHttpResponse answer) implements ServerResponse {

    private static final Set<String> LEFT_OUT = Set.of(
            "connection",
            "content-length",
            "keep-alive",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final int PIECE = 8 * 1024;
    /** An event is short, and its buffer is kept as long as a page is open. */
    private static final int LIVE_PIECE = 1024;

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatusCode.valueOf(answer.getCode());
    }

    @Override
    public HttpHeaders headers() {
        return HttpHeaders.EMPTY;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            response.setStatus(answer.getCode());
            copyHeaders(response);
            HttpEntity body = answer.getEntity();
            if (body != null) {
                stream(body, response);
            }
            answer.close();
        } catch (IOException | RuntimeException e) {
            this.request.cancel();
            throw e;
        }
        return null;
    }

    private void copyHeaders(HttpServletResponse response) {
        for (Header header : answer.getHeaders()) {
            if (!LEFT_OUT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                response.addHeader(header.getName(), header.getValue());
            }
        }
    }

    private void stream(HttpEntity body, HttpServletResponse response) throws IOException {
        boolean live = isLive(body);
        if (body.getContentLength() >= 0) {
            response.setContentLengthLong(body.getContentLength());
        }
        if (live) {
            response.flushBuffer();
        }
        InputStream in = body.getContent();
        OutputStream out = response.getOutputStream();
        byte[] piece = new byte[live ? LIVE_PIECE : PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            out.write(piece, 0, count);
            if (live) {
                out.flush();
            }
        }
    }

    private static boolean isLive(HttpEntity body) {
        String type = body.getContentType();
        return type != null && type.startsWith("text/event-stream");
    }
}
