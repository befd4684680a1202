package podo.starter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.cloud.loadbalancer.config.BlockingLoadBalancerClientAutoConfiguration;
import org.springframework.cloud.loadbalancer.config.LoadBalancerAutoConfiguration;
import org.springframework.web.client.RestClient;
import podo.starter.problem.DependencyOutage;

class RegisteredInstancesTest {

    private final List<String> asked = new ArrayList<>();
    private boolean registryIsEmpty;
    private int second = 2;
    private final RegisteredInstances instances = new RegisteredInstances(registry());

    @Test
    void instancesTakeTurnsAndTheRegistryIsNotAskedAtEachCall() throws Exception {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ports.add(instances.execute("two", ServiceInstance::getPort));
        }
        assertThat(ports).containsExactly(1, 2, 1, 2);
        // once more where 500 ms passed between two calls on a slow machine
        assertThat(asked).hasSizeLessThan(4).containsOnly("two");
    }

    /** A registry that was restarted knows nobody for some seconds. */
    @Test
    void theLastKnownInstancesAreAskedWhenTheRegistryListsNone() throws Exception {
        assertThat(instances.execute("two", ServiceInstance::getPort)).isEqualTo(1);
        registryIsEmpty = true;
        await().until(() -> {
            int before = asked.size();
            instances.execute("two", ServiceInstance::getPort);
            return asked.size() > before;
        });
        assertThat(instances.execute("two", ServiceInstance::getPort)).isBetween(1, 2);
    }

    @Test
    void aServiceWithoutInstancesCountsAsAnOutage() {
        assertThatThrownBy(() -> instances.execute("none", ServiceInstance::getPort))
                .satisfies(e -> assertThat(DependencyOutage.isOutage(e)).isTrue());
    }

    /** A killed one is listed for some seconds more. */
    @Test
    void whereOneInstanceRefusesTheConnectionThePostGoesToTheOther() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer alive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        alive.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        alive.start();
        try {
            second = alive.getAddress().getPort();
            RestClient client = RestClient.builder()
                    .requestFactory(
                            ClientHttpRequestFactoryBuilder.httpComponents().build())
                    .requestInterceptor(new LoadBalancerInterceptor(instances))
                    .requestInterceptor((request, body, execution) -> {
                        request.getHeaders().set("X-Inside", "1");
                        return execution.execute(request, body);
                    })
                    .build();
            for (int i = 0; i < 4; i++) {
                client.post().uri("http://two/orders").body("a seat").retrieve().toBodilessEntity();
            }
            assertThat(bodies).hasSize(4).containsOnly("a seat");
        } finally {
            alive.stop(0);
        }
    }

    @Test
    void whereAllRefuseEachIsAskedOnceAndWhatWasSentIsNotSentAgain() {
        List<Integer> ports = new ArrayList<>();
        assertThatThrownBy(() -> instances.execute("two", instance -> {
                    ports.add(instance.getPort());
                    throw new ConnectException("refused");
                }))
                .isInstanceOf(ConnectException.class);
        assertThat(ports).containsExactly(1, 2);

        ports.clear();
        assertThatThrownBy(() -> instances.execute("two", instance -> {
                    ports.add(instance.getPort());
                    throw new SocketException("Connection reset");
                }))
                .isInstanceOf(SocketException.class);
        assertThat(ports).hasSize(1);
    }

    @Test
    void springCloudTakesThisOne() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ServiceClientAutoConfiguration.class,
                        BlockingLoadBalancerClientAutoConfiguration.class,
                        LoadBalancerAutoConfiguration.class,
                        org.springframework.cloud.client.loadbalancer.LoadBalancerAutoConfiguration.class))
                .withBean(DiscoveryClient.class, this::registry)
                .run(context ->
                        assertThat(context.getBean(LoadBalancerClient.class)).isInstanceOf(RegisteredInstances.class));
    }

    private DiscoveryClient registry() {
        return new DiscoveryClient() {
            @Override
            public String description() {
                return "of this test";
            }

            @Override
            public List<ServiceInstance> getInstances(String service) {
                asked.add(service);
                return service.equals("two") && !registryIsEmpty
                        ? Stream.of(1, second)
                                .<ServiceInstance>map(port ->
                                        new DefaultServiceInstance("two-" + port, service, "127.0.0.1", port, false))
                                .toList()
                        : List.of();
            }

            @Override
            public List<String> getServices() {
                return List.of("two");
            }
        };
    }
}
