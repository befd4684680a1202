package podo.refusals;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 with a bound for the whole head of a request: request line and headers. Tomcat's own time-out begins anew with each
 * byte, so that a client that sends one now and then holds its connection for hours. Tomcat creates it by name with its own class loader,
 * so it is in a library.
 */
public class PunctualProtocol extends Http11NioProtocol {

    private volatile Duration headWithin = Duration.ofSeconds(20);

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
