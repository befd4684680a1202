package podo.starter.sse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** For services with event streams: those that set {@code podo.streams.each}. */
@AutoConfiguration
@ConditionalOnProperty("podo.streams.each")
@EnableConfigurationProperties(StreamSettings.class)
class StreamAutoConfiguration {

    private static final String CONNECTION_BUFFER = "4096";

    @Bean
    StreamLimit streamLimit(StreamSettings settings, @Value("${server.tomcat.max-connections:8192}") int connections) {
        return new StreamLimit(settings.bound(Runtime.getRuntime().maxMemory(), connections));
    }

    /** Halves Tomcat's socket buffers, of which every open stream keeps two; a longer response is sent in more writes. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallSocketBuffers() {
        return tomcat -> tomcat.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", CONNECTION_BUFFER);
            connector.setProperty("socket.appWriteBufSize", CONNECTION_BUFFER);
        });
    }
}
