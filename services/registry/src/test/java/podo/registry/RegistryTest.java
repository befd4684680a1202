package podo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.eureka.EurekaServerContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RegistryTest {

    @LocalServerPort
    int port;

    @Autowired
    EurekaServerContext context;

    @Test
    void twoStacksOnOneMachineKeepTheirServicesToThemselves() {
        assertThat(context.getPeerEurekaNodes().getPeerEurekaNodes()).isEmpty();
    }

    @Test
    void aServiceThatRegistersIsListedAtOnce() {
        RestClient registry = RestClient.create("http://localhost:" + port);
        var instance = Map.of(
                "hostName", "127.0.0.1",
                "app", "INVENTORY",
                "ipAddr", "127.0.0.1",
                "vipAddress", "inventory",
                "status", "UP",
                "port", Map.of("$", 4711, "@enabled", "true"),
                "dataCenterInfo",
                        Map.of("@class", "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name", "MyOwn"));

        registry.post()
                .uri("/eureka/apps/INVENTORY")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("instance", instance))
                .retrieve()
                .toBodilessEntity();

        assertThat(registry.get()
                        .uri("/eureka/apps")
                        .accept(MediaType.APPLICATION_JSON)
                        .retrieve()
                        .body(String.class))
                .contains("INVENTORY", "4711");
    }
}
