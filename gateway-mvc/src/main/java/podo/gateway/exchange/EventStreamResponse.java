package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import podo.starter.sse.SseConnection;

/**
 * An event stream on its way home: a bare connection on either side and a thread of its own between them, for as long as the
 * page is open. Whichever side hangs up, the other is closed at once.
 *
 * @param leaveRoom gives the stream's place to the next one
 */
record EventStreamResponse(AbortableRequest request, ClassicHttpResponse answer, Runnable leaveRoom)
        implements ProxyResponse, SseConnection.Speaker {

    /** An event is short, and its buffer is kept as long as a page is open. */
    private static final int PIECE = 1024;

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest call, HttpServletResponse response, Context context)
            throws IOException {
        try {
            copyHead(response);
            SseConnection.take(call, response, this);
        } catch (IOException | RuntimeException e) {
            end();
            throw e;
        }
        return null;
    }

    @Override
    public void begin(SseConnection wire) {
        Thread.ofVirtual().name("stream").start(() -> copy(wire));
    }

    private void copy(SseConnection wire) {
        try {
            InputStream in = answer.getEntity().getContent();
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                wire.write(piece, count);
            }
        } catch (IOException gone) {
            // one side hung up: now both do
        } finally {
            wire.close();
        }
    }

    @Override
    public void end() {
        leaveRoom.run();
        request.cancel();
    }
}
