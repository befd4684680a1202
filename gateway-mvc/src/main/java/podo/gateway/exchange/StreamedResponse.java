package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A neighbour's answer on its way home, piece by piece. When the caller hangs up, the connection behind is <em>closed</em>,
 * not read to its end.
 */
record StreamedResponse(AbortableRequest request, ClassicHttpResponse answer) implements ProxyResponse {

    private static final int PIECE = 8 * 1024;

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            copyHead(response);
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

    private static void stream(HttpEntity body, HttpServletResponse response) throws IOException {
        if (body.getContentLength() >= 0) {
            response.setContentLengthLong(body.getContentLength());
        }
        InputStream in = body.getContent();
        OutputStream out = response.getOutputStream();
        byte[] piece = new byte[PIECE];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            out.write(piece, 0, count);
        }
    }
}
