package podo.refusals;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 with a bound for the whole head of a request: request line and headers. Tomcat's own time-out begins anew with each
 * byte, so that a client that sends one now and then holds its connection for hours. Its port may be shared with the process that replaces
 * this one. Tomcat creates it by name with its own class loader, so it is in a library.
 */
public class PunctualProtocol extends Http11NioProtocol {

    private final SharedPortEndpoint endpoint;
    private volatile Duration headWithin = Duration.ofSeconds(20);

    /** Called by Tomcat. */
    public PunctualProtocol() {
        this(new SharedPortEndpoint());
    }

    private PunctualProtocol(SharedPortEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Whether another process of the same user may listen on the port beside this one; false unless set, before the start. */
    public void setSharedPort(boolean shared) {
        endpoint.setShared(shared);
    }

    /** Accepts no further connection and serves those that are open; does nothing with a port that is not shared. */
    public void handOver() {
        endpoint.handOver();
    }

    /** @param headWithin from the first byte of a request to the last of its headers; 20 s unless set */
    public void setHeadWithin(Duration headWithin) {
        this.headWithin = headWithin;
    }

    Duration headWithin() {
        return headWithin;
    }

    @Override
    protected Processor createProcessor() {
        return new PunctualProcessor(this, getAdapter());
    }
}
