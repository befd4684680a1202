package podo.starter.edge;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** {@link PublicUrl} from {@code podo.public-url}; an invalid one prevents the start. */
@AutoConfiguration
class EdgeAutoConfiguration {

    @Bean
    PublicUrl publicUrl(@Value("${podo.public-url:http://localhost:8080}") String url) {
        return PublicUrl.of(url);
    }
}
