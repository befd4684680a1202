package podo.starter.sse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** For services that keep streams open: those that say what one costs. */
@AutoConfiguration
@ConditionalOnProperty("podo.streams.each")
@EnableConfigurationProperties(StreamSettings.class)
class StreamAutoConfiguration {

    private static final String CONNECTION_BUFFER = "4096";

    @Bean
    StreamLimit streamRoom(StreamSettings settings, @Value("${server.tomcat.max-connections:8192}") int connections) {
        return new StreamLimit(settings.bound(Runtime.getRuntime().maxMemory(), connections));
    }

    /** An open page keeps its connection's two buffers. Calls are shorter than them, and pages go out in one piece more. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallConnections() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", CONNECTION_BUFFER);
            connector.setProperty("socket.appWriteBufSize", CONNECTION_BUFFER);
        });
    }
}
