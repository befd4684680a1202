package podo.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import podo.stack.process.ManagedProcess;
import podo.stack.process.Ports;
import podo.stack.process.Program;

/** Another instance of the service, as a process of its own on the same servers: one that can be killed. */
final class PaymentProcess implements Program {

    private static final List<String> PASSED_ON = List.of(
            "PODO_DB_HOST",
            "PODO_DB_PORT",
            "PODO_DB_PASSWORD",
            "PODO_REDIS_HOST",
            "PODO_REDIS_PORT",
            "PODO_KAFKA",
            "PODO_SERVICE_SECRET",
            "PODO_PASS_SECRET",
            "PODO_JWT_PRIVATE_KEY",
            "PODO_TOSS_SECRET_KEY",
            "PODO_TOSS_CLIENT_KEY",
            "PODO_TOSS_BASE_URL",
            "PODO_CONFIG_IMPORT");

    /** The pace of {@link OnPayment}, so that both instances are alike. */
    private static final List<String> PACE =
            List.of(OnPayment.class.getAnnotation(SpringBootTest.class).properties());

    private final int port = Ports.free();
    private final Environment environment;
    private final String town;
    private final Path home;
    private final ManagedProcess process;

    private PaymentProcess(Environment environment, String town) {
        this.environment = environment;
        this.town = town;
        try {
            home = Files.createTempDirectory("podo-payment-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = new ManagedProcess(this, home.resolve("payment.log"), started -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
    }

    static PaymentProcess start(Environment environment, String town) {
        PaymentProcess payment = new PaymentProcess(environment, town);
        payment.process.start();
        return payment;
    }

    int port() {
        return port;
    }

    void kill() {
        process.kill();
    }

    boolean isAlive() {
        return process.alive();
    }

    void startAgain() {
        process.start();
    }

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public Path folder() {
        return home;
    }

    @Override
    public List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                PaymentApplication.class.getName(),
                "--server.port=" + port,
                "--eureka.client.enabled=false",
                "--spring.cloud.config.enabled=false",
                "--spring.cloud.discovery.client.simple.instances.reservation[0].uri=" + town,
                "--spring.cloud.discovery.client.simple.instances.inventory[0].uri=" + town));
        PACE.forEach(setting -> command.add("--" + setting));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        Map<String, String> values = new HashMap<>();
        for (String name : PASSED_ON) {
            values.put(name, environment.getRequiredProperty(name));
        }
        return values;
    }

    @Override
    public boolean ready() {
        return Ports.answers(port);
    }

    /** A machine that is busy with other tests needs a while. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(4);
    }
}
