package podo.stack.supervisor;

import podo.stack.process.Ports;

/** The ports that people type: another program's are left alone, and said so. */
final class FixedPorts {

    private FixedPorts() {}

    static void requireFree(StackSettings surroundings) {
        for (var service : ServiceModule.ALL) {
            service.fixedPort()
                    .ifPresent(fixed ->
                            requireFree(fixed.variable(), surroundings.port(fixed.variable(), fixed.number())));
        }
    }

    static void requireFree(String variable, int port) {
        if (Ports.busy(port)) {
            throw new CannotStart(
                    "Port " + port + " is in use by another program. End that program, or choose another port: "
                            + variable + "=" + (port + 10_000) % 65_536 + " ./podo up");
        }
    }
}
