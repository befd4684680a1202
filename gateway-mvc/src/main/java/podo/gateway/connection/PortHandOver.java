package podo.gateway.connection;

import java.time.Duration;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import podo.refusals.PunctualProtocol;
import podo.starter.drain.Drainable;

/** When this gateway drains, the next one has the public port alone: new connections go there, those that are open are served on. */
@Component
@Order(1)
class PortHandOver implements Drainable {

    private final ApplicationContext context;

    PortHandOver(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void beginDrain(Duration within) {
        if (context instanceof WebServerApplicationContext serving
                && serving.getWebServer() instanceof TomcatWebServer tomcat
                && tomcat.getTomcat().getConnector().getProtocolHandler() instanceof PunctualProtocol protocol) {
            protocol.handOver();
        }
    }

    @Override
    public boolean isDrained() {
        return true;
    }
}
