package podo.inventory;

import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import podo.inventory.seat.hall.StubShowPlans;
import podo.inventory.seat.hall.TestHalls;

/** More instances of the service beside the one under test, on the same servers. */
public final class Instances {

    private Instances() {}

    public static ConfigurableApplicationContext another(ConfigurableEnvironment first, String... settings) {
        MapPropertySource servers =
                (MapPropertySource) first.getPropertySources().get("podo real servers");
        if (servers == null) {
            throw new IllegalStateException("no real servers here");
        }
        return new SpringApplicationBuilder(InventoryApplication.class, TestHalls.class, StubShowPlans.class, Api.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("podo real servers", servers.getSource())))
                .properties(Map.of(
                        "server.port", 0,
                        "eureka.client.enabled", false,
                        "spring.cloud.discovery.enabled", false,
                        "spring.cloud.config.enabled", false,
                        "spring.jmx.enabled", false))
                .properties(settings)
                .run();
    }
}
