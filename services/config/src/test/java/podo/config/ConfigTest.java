package podo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "PODO_CONFIG_REPO=../../config-repo")
class ConfigTest {

    @LocalServerPort
    int port;

    @Test
    void everyServiceGetsWhatIsForAllWithItsPlaceholdersLeftToResolve() {
        Map<?, ?> settings = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/inventory/demo")
                .retrieve()
                .body(Map.class);

        assertThat(String.valueOf(settings))
                .contains("application.yml")
                .contains("${PODO_REDIS_HOST:127.0.0.1}")
                .contains("podo_${spring.application.name}");
    }
}
