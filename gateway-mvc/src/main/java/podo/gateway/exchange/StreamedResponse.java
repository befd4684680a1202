package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A response whose body is copied to the client in buffers of 8 KiB. When the client disconnects, the connection to the service is
 * closed: closing the response would read the rest of its body first.
 *
 * @param upstreamRequest cancelling it closes the connection to the service
 */
record StreamedResponse(Cancellable upstreamRequest, ClassicHttpResponse upstream) implements ProxyResponse {

    private static final int BUFFER_BYTES = 8 * 1024;

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            copyStatusAndHeaders(response);
            HttpEntity body = upstream.getEntity();
            if (body != null) {
                copyBody(body, response);
            }
            upstream.close();
        } catch (IOException | RuntimeException e) {
            upstreamRequest.cancel();
            throw e;
        }
        return null;
    }

    private static void copyBody(HttpEntity body, HttpServletResponse response) throws IOException {
        if (body.getContentLength() >= 0) {
            response.setContentLengthLong(body.getContentLength());
        }
        InputStream in = body.getContent();
        OutputStream out = response.getOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
    }
}
