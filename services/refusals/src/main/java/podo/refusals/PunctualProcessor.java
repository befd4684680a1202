package podo.refusals;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Closes a connection on which the head of a request is still incomplete when its time is over. */
class PunctualProcessor extends Http11Processor {

    private final PunctualProtocol protocol;
    /** The connection whose head is incomplete. Tomcat gives a processor to another one when this one has timed out. */
    private @Nullable SocketWrapperBase<?> waiting;

    private long begunNanos;

    PunctualProcessor(PunctualProtocol protocol, Adapter adapter) {
        super(protocol, adapter);
        this.protocol = protocol;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (waiting != socket) {
            begunNanos = System.nanoTime();
        }
        waiting = null;
        SocketState state = super.service(socket);
        if (state != SocketState.LONG || isAsync()) {
            return state;
        }
        long left = protocol.headWithin().toMillis() - (System.nanoTime() - begunNanos) / 1_000_000;
        if (left <= 0) {
            return SocketState.CLOSED;
        }
        waiting = socket;
        // counted from the last byte, like Tomcat's own
        socket.setReadTimeout(Math.min(left, protocol.getConnectionTimeout()));
        return state;
    }
}
