package podo.stack.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import podo.stack.demo.Demo;

/** The last steps before the doors open: the first page is there, the demo's events exist, a purchase would succeed. */
final class ReadinessCheck {
    private final StackSettings surroundings;
    private final ProcessEnvironments environments;
    private final Console console;
    private final RunFolder run;
    private final StackFolders home;
    private final String rehearsalPassword;
    private final BooleanSupplier interrupted;

    ReadinessCheck(
            StackFolders home,
            StackSettings surroundings,
            ProcessEnvironments environments,
            String rehearsalPassword,
            Console console,
            RunFolder run,
            BooleanSupplier interrupted) {
        this.interrupted = interrupted;
        this.rehearsalPassword = rehearsalPassword;
        this.home = home;
        this.surroundings = surroundings;
        this.environments = environments;
        this.console = console;
        this.run = run;
    }

    void announce() {
        var gateway = "http://127.0.0.1:" + environments.portOf("gateway-mvc");
        if (!Files.exists(home.run().resolve("gateway-mvc.process"))) {
            console.plain("Without the gateway nobody gets in; the rest runs.");
            run.outcome("not-ready", "the gateway has not been built");
            return;
        }
        awaitFirstPage(gateway);
        var trouble = surroundings.demo() ? trouble(gateway) : Optional.<String>empty();
        if (interrupted.getAsBoolean()) {
            return;
        }
        console.plain(banner());
        trouble.ifPresentOrElse(
                what -> {
                    console.plain("But a purchase does not succeed yet: " + what);
                    run.outcome("not-ready", "Podo runs, but a purchase does not succeed: " + what);
                },
                () -> run.outcome("ready", environments.publicUrl()));
    }

    /** What keeps the demo from being complete, if anything still does after some tries: a cold machine is slow at first. */
    private Optional<String> trouble(String gateway) {
        var demo = new Demo(gateway, "http://127.0.0.1:" + environments.portOf("toss-simulator"), console::say);
        var giveUp = Instant.now().plus(surroundings.patience());
        while (true) {
            try {
                demo.prepare();
                demo.rehearse(rehearsalPassword);
                console.say("rehearsal: a fan gets in, holds a seat and can pay for it");
                return Optional.empty();
            } catch (RuntimeException e) {
                if (interrupted.getAsBoolean() || Instant.now().isAfter(giveUp)) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
                console.say("not yet, trying again: " + e.getMessage());
            }
        }
    }

    private void awaitFirstPage(String gateway) {
        var giveUp = Instant.now().plus(Duration.ofSeconds(60));
        while (!answers(gateway + "/")) {
            if (Instant.now().isAfter(giveUp)) {
                throw new CannotStart("The first page does not answer: " + gateway + "/");
            }
        }
        console.say("first page is there");
    }

    private static boolean answers(String page) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(page))
                    .header("Accept", "text/html")
                    .timeout(Duration.ofSeconds(5))
                    .build();
            if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                return true;
            }
            Thread.sleep(200);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
        return false;
    }

    private String banner() {
        var demo = surroundings.demo() ? """
                    Log in   fan@podo.dev        podo-demo   buys tickets
                             organiser@podo.dev  podo-demo   sells them
                """ : "";
        return """

                  Podo is open.  %s

                %s    Payment window (simulator)   %s
                    Stop: Ctrl-C or ./podo down      State: ./podo status
                """.formatted(environments.publicUrl(), demo, environments.simulatorUrl());
    }
}
