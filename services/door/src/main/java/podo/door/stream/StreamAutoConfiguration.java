package podo.door.stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** For services that keep streams open: those that say what one costs. */
@AutoConfiguration
@ConditionalOnProperty("podo.streams.each")
@EnableConfigurationProperties(StreamSettings.class)
class StreamAutoConfiguration {

    @Bean
    StreamRoom streamRoom(StreamSettings settings, @Value("${server.tomcat.max-connections:8192}") int connections) {
        return new StreamRoom(settings.bound(Runtime.getRuntime().maxMemory(), connections));
    }
}
