package podo.gateway.exchange;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import podo.gateway.GatewayApplication;
import podo.stack.tls.StackCertificates;

/**
 * Compares Podo's forwarding with Spring Cloud Gateway's in one run: calls per second and CPU time per call in alternating rounds,
 * streams that stay open after the client left, heap per open stream, and connections that conditional requests use up.
 * Client, gateway and backend share one process, so CPU per hop is the difference to the straight calls.
 *
 * <p>{@code podo-tls} is Podo's forwarding to the same backend by mutual TLS, as the stack has it.
 *
 * <p>{@code ./podo bench proxy [requests=20000 rounds=5 connections=32 streams=400]}
 */
public class ProxyBench {

    private record Sample(double perSecond, double cpuMicros) {}

    private static final List<String> WAYS = List.of("straight", "podo", "podo-tls", "rest-client", "extension");
    /** The extension of the benchmark handles plain GETs only. */
    private static final List<String> WAYS_OF_STREAMS = WAYS.subList(0, 4);

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final BenchBackend backend;
    private final BenchBackend secure;
    private final Map<String, BenchClient> clients = new LinkedHashMap<>();

    private ProxyBench(BenchBackend backend, BenchBackend secure, int gatewayPort) {
        this.backend = backend;
        this.secure = secure;
        for (String way : WAYS) {
            clients.put(way, new BenchClient(way.equals("straight") ? backend.port() : gatewayPort, "/" + way));
        }
    }

    public static void main(String[] args) throws Exception {
        Map<String, Integer> options =
                new LinkedHashMap<>(Map.of("requests", 20_000, "rounds", 5, "connections", 32, "streams", 400));
        for (String arg : args) {
            options.put(arg.split("=")[0], Integer.parseInt(arg.split("=")[1]));
        }
        var certificates = StackCertificates.in(Files.createTempDirectory("podo-bench"));
        certificates.require("backend-tls");
        certificates.require("gateway-mvc");
        var bundle = "--spring.ssl.bundle.pem.service.";
        try (var backend = new BenchBackend();
                var secure = BenchBackend.withTls(certificates.clientContext("backend-tls"))) {
            var application = new SpringApplication(GatewayApplication.class, BenchRoutes.class);
            try (var context = application.run(
                    "--PODO_CONFIG_IMPORT=optional:file:config-repo/application.yml;optional:file:config-repo/gateway-mvc.yml",
                    "--server.port=0",
                    "--server.shutdown=immediate",
                    "--management.server.port=0",
                    "--eureka.client.enabled=false",
                    "--spring.cloud.config.enabled=false",
                    "--podo.limits.spare-own-addresses=true",
                    "--podo.pass-secret=" + Base64.getEncoder().encodeToString(new byte[32]),
                    "--spring.cloud.discovery.client.simple.instances.backend[0].uri=http://127.0.0.1:"
                            + backend.port(),
                    "--spring.cloud.discovery.client.simple.instances.backend-tls[0].uri=https://127.0.0.1:"
                            + secure.port(),
                    bundle + "keystore.certificate="
                            + certificates.certificateFile("gateway-mvc").toUri(),
                    bundle + "keystore.private-key="
                            + certificates.keyFile("gateway-mvc").toUri(),
                    bundle + "truststore.certificate="
                            + certificates.authorityFile().toUri())) {
                int port =
                        ((WebServerApplicationContext) context).getWebServer().getPort();
                var bench = new ProxyBench(backend, secure, port);
                bench.measureCalls(options.get("requests"), options.get("rounds"), options.get("connections"));
                bench.measureStreams(options.get("streams"));
                bench.measureConditionalRequests();
                bench.postForm();
            }
        }
    }

    private void measureCalls(int requests, int rounds, int connections) throws Exception {
        for (String way : WAYS) {
            measure(way, requests, connections);
        }
        Map<String, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String way : round % 2 == 0 ? WAYS : WAYS.reversed()) {
                samples.computeIfAbsent(way, key -> new ArrayList<>()).add(measure(way, requests, connections));
            }
        }
        System.out.printf("%n%d requests a round, %d rounds, %d connections; medians%n", requests, rounds, connections);
        System.out.printf("%-16s %10s %8s %12s %12s%n", "way", "calls/s", "of podo", "CPU us/call", "CPU us/hop");
        double podo = perSecond(samples.get("podo"));
        double straight = cpu(samples.get("straight"));
        for (String way : WAYS) {
            double perSecond = perSecond(samples.get(way));
            double cpu = cpu(samples.get(way));
            System.out.printf(
                    "%-16s %10.0f %8.2f %12.1f %12.1f%n", way, perSecond, perSecond / podo, cpu, cpu - straight);
        }
    }

    private Sample measure(String way, int requests, int connections) throws Exception {
        long cpu = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        clients.get(way).send(requests, connections);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Sample(requests / seconds, (PROCESS.getProcessCpuTime() - cpu) / 1e3 / requests);
    }

    private void measureStreams(int count) throws IOException {
        System.out.printf("%n%d event streams, opened and dropped%n", count);
        System.out.printf("%-16s %14s %22s%n", "way", "heap KiB each", "open 10 s after the drop");
        for (String way : WAYS_OF_STREAMS) {
            long before = heapInUse();
            List<Socket> streams = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                streams.add(clients.get(way).openStream());
            }
            long heap = heapInUse() - before;
            for (Socket stream : streams) {
                stream.close();
            }
            LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
            System.out.printf(
                    "%-16s %14.0f %22d%n",
                    way, heap / 1024.0 / count, backendOf(way).openStreams.get());
        }
    }

    private void measureConditionalRequests() throws Exception {
        System.out.printf("%n50 requests one after the other, whose If-None-Match names the answer's ETag%n");
        for (String way : WAYS) {
            int before = backendOf(way).connections.get();
            clients.get(way).send(50, 1, "If-None-Match: \"v1\"");
            System.out.printf(
                    "%-16s %d new connections to the backend%n",
                    way, backendOf(way).connections.get() - before);
        }
    }

    private void postForm() throws IOException {
        System.out.printf("%nthe form b=2&a=1&b=3, as the backend reads it%n");
        for (String way : WAYS_OF_STREAMS) {
            backendOf(way).lastBody = "";
            clients.get(way).post("b=2&a=1&b=3");
            System.out.printf("%-16s '%s'%n", way, backendOf(way).lastBody);
        }
    }

    private BenchBackend backendOf(String way) {
        return way.equals("podo-tls") ? secure : backend;
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double perSecond(List<Sample> samples) {
        return median(samples.stream().map(Sample::perSecond).sorted().toList());
    }

    private static double cpu(List<Sample> samples) {
        return median(samples.stream().map(Sample::cpuMicros).sorted().toList());
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }
}
