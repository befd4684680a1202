package podo.gateway.connection;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import podo.refusals.PunctualProtocol;

/** Has the gateway's Tomcat use {@link PunctualProtocol} and {@link UnreadBodyValve}. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> punctualProtocol(
            @Value("${podo.gateway.head-within}") Duration headWithin,
            @Value("${podo.gateway.shared-port:false}") boolean sharedPort) {
        return tomcat -> {
            tomcat.setProtocol(PunctualProtocol.class.getName());
            tomcat.addEngineValves(new UnreadBodyValve());
            tomcat.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof PunctualProtocol protocol) {
                    protocol.setHeadWithin(headWithin);
                    protocol.setSharedPort(sharedPort);
                }
            });
        };
    }
}
