package podo.stack.supervisor.settings;

import podo.stack.process.Ports;

/** Checks that the ports with fixed numbers are free, and names the variable that changes them when they are not. */
public final class FixedPorts {

    private FixedPorts() {}

    public static void requireFree(StackSettings settings) {
        for (var service : ServiceModule.ALL) {
            service.fixedPort()
                    .ifPresent(fixed -> requireFree(fixed.variable(), settings.port(fixed.variable(), fixed.number())));
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
