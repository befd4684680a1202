package podo.stack.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import podo.stack.demo.Demo;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.ListenAddresses;
import podo.stack.supervisor.settings.ProcessEnvironments;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;
import podo.stack.supervisor.watch.StartProgress;
import podo.stack.tls.ProcessTls;

/**
 * Checks after the start that the first page answers, creates the demo's events and rehearses a purchase, and marks the stack
 * as ready or not ready.
 */
final class ReadinessCheck {
    private final StackSettings settings;
    private final ProcessEnvironments environments;
    private final StartProgress progress;
    private final RunFolder run;
    private final StackFolders folders;
    private final String rehearsalPassword;
    private final BooleanSupplier interrupted;

    ReadinessCheck(
            StackFolders folders,
            StackSettings settings,
            ProcessEnvironments environments,
            String rehearsalPassword,
            StartProgress progress,
            RunFolder run,
            BooleanSupplier interrupted) {
        this.interrupted = interrupted;
        this.rehearsalPassword = rehearsalPassword;
        this.folders = folders;
        this.settings = settings;
        this.environments = environments;
        this.progress = progress;
        this.run = run;
    }

    /** Rehearses on for a while; to be called after {@link #run}, when the stack is ready. */
    void warmUp(ProcessTls tls) {
        if (settings.demo()
                && !settings.warmUp().isZero()
                && Files.exists(folders.run().resolve("ready"))) {
            try {
                demo(tls).warmUp(rehearsalPassword, settings.warmUp(), interrupted);
            } catch (RuntimeException e) {
                if (!interrupted.getAsBoolean()) {
                    progress.console().say("warm-up ended early: " + e.getMessage());
                }
            }
        }
    }

    void run(ProcessTls tls) {
        if (!hasGateway()) {
            progress.console()
                    .plain("The gateway has not been built, so no page can be reached; everything else runs.");
            run.markNotReady("the gateway has not been built");
            return;
        }
        var problem = settings.demo() ? prepareDemo(tls) : Optional.<String>empty();
        if (interrupted.getAsBoolean()) {
            return;
        }
        progress.done(StartProgress.READY);
        progress.end(problem.isEmpty());
        progress.console().plain(banner());
        problem.ifPresentOrElse(
                reason -> {
                    progress.console().plain("But a purchase does not succeed yet: " + reason);
                    run.markNotReady("Podo runs, but a purchase does not succeed: " + reason);
                },
                () -> run.markReady(environments.publicUrl()));
    }

    /** Retries until the patience is over, because a cold machine is slow at first; returns the last failure, if any. */
    private Optional<String> prepareDemo(ProcessTls tls) {
        var demo = demo(tls);
        var deadline = Instant.now().plus(settings.patience());
        while (true) {
            try {
                progress.begin("the demo's events");
                demo.createEvents();
                progress.done("the demo's events");
                progress.begin("a rehearsed purchase");
                var soldOut = CompletableFuture.runAsync(demo::sellOut);
                demo.rehearse(rehearsalPassword);
                soldOut.join();
                progress.done("a rehearsed purchase");
                progress.console().say("rehearsal: a fan entered, held a seat, booked it and was declined by the bank");
                return Optional.empty();
            } catch (RuntimeException e) {
                if (interrupted.getAsBoolean() || Instant.now().isAfter(deadline)) {
                    return Optional.of(String.valueOf(e.getMessage()));
                }
                progress.console().say("the demo is not ready, trying again: " + e.getMessage());
            }
        }
    }

    private Demo demo(ProcessTls tls) {
        return new Demo(
                tls.gatewayClient(),
                environments.gatewayAddress(),
                environments.simulatorAddress(),
                ListenAddresses.demoPassword(settings),
                progress.console()::say);
    }

    /** Called as soon as what the page needs is up; without a gateway there is no page. */
    void awaitFirstPage(ProcessTls tls) {
        if (!hasGateway()) {
            return;
        }
        progress.begin(StartProgress.FIRST_PAGE);
        var page = environments.gatewayAddress() + "/";
        var deadline = Instant.now().plus(settings.patience());
        while (!isServed(tls, page)) {
            if (interrupted.getAsBoolean()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new CannotStart("The first page does not answer: " + page);
            }
        }
        progress.done(StartProgress.FIRST_PAGE);
        progress.console().say("the first page answers");
    }

    private boolean hasGateway() {
        return Files.exists(folders.run().resolve("gateway-mvc.env"));
    }

    private static boolean isServed(ProcessTls tls, String page) {
        try {
            var request = HttpRequest.newBuilder(URI.create(page))
                    .header("Accept", "text/html")
                    .timeout(Duration.ofSeconds(5))
                    .build();
            if (answers(tls, request)) {
                return true;
            }
            Thread.sleep(200);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted");
        }
    }

    private static boolean answers(ProcessTls tls, HttpRequest request) throws InterruptedException {
        try {
            return tls.gatewayClient().send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String banner() {
        var demo = settings.demo()
                ? """
                    Log in   fan@podo.dev        %1$s   buys tickets
                             organiser@podo.dev  %1$s   sells them
                             operator@podo.dev   %1$s   sees the money of all
                             door@podo.dev       %1$s   checks tickets
                """.formatted(settings.get("PODO_DEMO_PASSWORD", "").isEmpty() ? "podo-demo" : "PODO_DEMO_PASSWORD")
                : "";
        return """

                  Podo is open.  %s

                %s    Payment window (simulator)   %s
                    Mails that were sent         %s/mail
                    Stop: Ctrl-C or ./podo down      State: ./podo status
                """.formatted(environments.publicUrl(), demo, environments.simulatorUrl(), environments.simulatorUrl());
    }
}
