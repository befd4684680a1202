package podo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.eureka.EurekaServerContext;
import java.util.Locale;
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
        register("INVENTORY", "UP");

        assertThat(registered("")).contains("INVENTORY", "4711");
    }

    /** A process whose clock is wrong is down for as long as it is. */
    @Test
    void aServiceThatSaysThatItIsDownIsDownUntilItSaysOtherwise() {
        register("USER", "UP");
        register("USER", "DOWN");
        assertThat(registered("/USER")).contains("\"status\":\"DOWN\"");

        register("USER", "UP");
        assertThat(registered("/USER")).contains("\"status\":\"UP\"");
    }

    private void register(String service, String status) {
        var instance = Map.of(
                "hostName",
                "127.0.0.1",
                "app",
                service,
                "ipAddr",
                "127.0.0.1",
                "vipAddress",
                service.toLowerCase(Locale.ROOT),
                "status",
                status,
                "port",
                Map.of("$", 4711, "@enabled", "true"),
                "dataCenterInfo",
                Map.of("@class", "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name", "MyOwn"));
        registry()
                .post()
                .uri("/eureka/apps/" + service)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("instance", instance))
                .retrieve()
                .toBodilessEntity();
    }

    private String registered(String service) {
        return registry()
                .get()
                .uri("/eureka/apps" + service)
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(String.class);
    }

    private RestClient registry() {
        return RestClient.create("http://localhost:" + port);
    }
}
