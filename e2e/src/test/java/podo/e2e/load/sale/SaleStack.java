package podo.e2e.load.sale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import podo.e2e.Api;
import podo.e2e.RunningStack;
import podo.e2e.StackProcesses;
import podo.e2e.load.StackProcess;

/** The stack that a sale is played against: one of this machine, started from this folder. */
final class SaleStack {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> SELLING = List.of("inventory", "reservation", "payment");

    private SaleStack() {}

    /** Throws {@link InvalidSaleOption} when it is elsewhere, is not up, or has fewer instances. */
    static void require(int instances) throws IOException {
        requireThisMachine(RunningStack.URL);
        requireThisMachine(RunningStack.SIMULATOR);
        if (!StackProcesses.isRunning("supervisor") || !answers()) {
            throw new InvalidSaleOption(
                    "No stack of this folder answers at " + RunningStack.URL + ". Start it: ./podo up --detach");
        }
        List<String> missing =
                SELLING.stream().filter(service -> count(service) < instances).toList();
        if (!missing.isEmpty()) {
            throw new InvalidSaleOption(
                    "The stack runs fewer than %d of %s. Start it with: ./podo up --detach --instances %s"
                            .formatted(
                                    instances,
                                    String.join(", ", missing),
                                    SELLING.stream()
                                            .map(service -> service + "=" + instances)
                                            .collect(Collectors.joining(","))));
        }
    }

    static void requireThisMachine(String url) {
        if (!THIS_MACHINE.contains(URI.create(url).getHost())) {
            throw new InvalidSaleOption("bench sale plays against this machine only; not: " + url);
        }
    }

    /** Names of the processes, without the supervisor. */
    static String processes() throws IOException {
        return StackProcess.all().stream()
                .map(StackProcess::name)
                .filter(name -> !name.equals("supervisor"))
                .collect(Collectors.joining(", "));
    }

    /** All services in one process count as one each. */
    private static long count(String service) {
        List<String> all = StackProcesses.all();
        return Math.max(
                all.contains("services") ? 1 : 0,
                all.stream()
                        .filter(name -> name.matches(service + "(-[0-9]+)?"))
                        .count());
    }

    private static boolean answers() {
        try {
            return Api.open().get("/api/events").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
