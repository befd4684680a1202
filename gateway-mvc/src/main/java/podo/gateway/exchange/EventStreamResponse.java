package podo.gateway.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import podo.starter.sse.SseConnection;

/**
 * An event stream from a service. The connection is detached from the servlet request ({@link SseConnection}), and one virtual
 * thread copies events to it; when either side closes, both connections close.
 *
 * @param upstreamRequest cancelling it closes the connection to the service
 * @param streams those that are open
 * @param releasePlace returns the stream's place to the {@link podo.starter.sse.StreamLimit}
 */
record EventStreamResponse(
        Cancellable upstreamRequest, ClassicHttpResponse upstream, OpenStreams streams, Runnable releasePlace)
        implements ProxyResponse, SseConnection.Speaker {

    /** Events are short, and the buffer stays allocated as long as a page is open. */
    private static final int BUFFER_BYTES = 1024;

    @Override
    public @Nullable ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        try {
            copyStatusAndHeaders(response);
            SseConnection.take(request, response, this);
        } catch (IOException | RuntimeException e) {
            end();
            throw e;
        }
        return null;
    }

    @Override
    public void begin(SseConnection connection) {
        Thread.ofVirtual().name("stream").start(() -> copyEvents(connection));
    }

    private void copyEvents(SseConnection connection) {
        streams.add(connection);
        try {
            InputStream in = upstream.getEntity().getContent();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                connection.write(buffer, count);
            }
        } catch (IOException e) {
            // one side closed its connection; the other one is closed below
        } finally {
            streams.remove(connection);
            connection.close();
        }
    }

    @Override
    public void end() {
        releasePlace.run();
        upstreamRequest.cancel();
    }
}
