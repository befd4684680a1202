package podo.stack.chaos;

import java.net.URI;
import java.util.Map;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;

/**
 * The demo that is up in {@code PODO_HOME}.
 *
 * @param shop the gateway's address on this machine
 * @param password of the demo's accounts
 */
record DemoStack(RunFolder run, URI shop, String password) {

    /** Throws {@link CannotStart} for anything but a demo that is ready, has a process for each service and speaks http. */
    static DemoStack require(RunFolder run) {
        if (!run.isReady() || !isUp(run)) {
            throw new CannotStart("chaos breaks the stack that is up here, and there is none that is ready: ./podo up");
        }
        var user = run.environment("user");
        if (!isDemo(user)) {
            throw new CannotStart("chaos breaks a demo only; this stack sells without the profile demo.");
        }
        if (run.find(StackSettings.ALL_SERVICES).isPresent()) {
            throw new CannotStart(
                    "chaos stops single services, and this stack is one process: ./podo up without --one");
        }
        var gateway = run.environment("gateway-mvc");
        if (gateway.containsKey("SERVER_SSL_BUNDLE")) {
            throw new CannotStart(
                    "chaos calls the gateway by http, and this one speaks https: ./podo up without --tls");
        }
        return new DemoStack(
                run,
                URI.create("http://localhost:" + gateway.get("SERVER_PORT")),
                user.getOrDefault("PODO_DEMO_PASSWORD", ""));
    }

    /** Whether its supervisor still runs. */
    boolean isUp() {
        return isUp(run);
    }

    private static boolean isUp(RunFolder run) {
        return run.find(RunFolder.SUPERVISOR).flatMap(RunFolder.Entry::process).isPresent();
    }

    private static boolean isDemo(Map<String, String> environment) {
        return environment.getOrDefault("SPRING_PROFILES_ACTIVE", "").contains("demo");
    }
}
