package podo.stack.chaos;

import java.io.IOException;
import java.net.BindException;
import java.time.Clock;
import podo.stack.supervisor.settings.CannotStart;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;

/**
 * Main class behind {@code ./podo chaos panel}. It ends with Ctrl-C or with the stack, and heals what it broke. Exit code 1 when it is
 * refused, 2 when the command was not understood.
 */
public final class ChaosPanelApplication {

    private static final int PORT = 8091;

    private ChaosPanelApplication() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0) {
            fail("usage: ./podo chaos panel", 2);
        }
        try {
            var settings = new StackSettings(System.getenv());
            serve(DemoStack.require(new RunFolder(StackFolders.of(settings))), settings.port("PODO_CHAOS_PORT", PORT));
        } catch (CannotStart e) {
            fail(String.valueOf(e.getMessage()), 1);
        }
    }

    private static void serve(DemoStack stack, int port) throws IOException, InterruptedException {
        var clock = Clock.systemUTC();
        try (var desk = new FaultDesk(stack.run(), clock, FaultDesk.LONGEST);
                var audit = new AuditWatch(stack);
                var server = new PanelServer(port, new PanelPage(desk, audit, stack.shop(), clock), desk)) {
            // Ctrl-C ends the JVM without leaving this block
            Runtime.getRuntime().addShutdownHook(new Thread(desk::close));
            audit.start();
            System.out.println(
                    "Chaos panel: http://localhost:" + server.port() + "   Ctrl-C ends it and heals what it broke");
            while (stack.isUp()) {
                Thread.sleep(1_000);
            }
            System.out.println("The stack has ended, and so does the panel.");
        } catch (BindException e) {
            throw new CannotStart("Port " + port + " is in use by another program. Choose another one: PODO_CHAOS_PORT="
                    + (port + 10_000) % 65_536 + " ./podo chaos panel");
        }
    }

    private static void fail(String message, int code) {
        System.err.println(message);
        System.exit(code);
    }
}
