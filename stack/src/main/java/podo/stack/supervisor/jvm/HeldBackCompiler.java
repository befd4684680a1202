package podo.stack.supervisor.jvm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The C2 compiler of a program's JVM: held back while the program starts, if the options say so. After the first start its priority is
 * restored when the whole stack is ready, after a crash as soon as the program is.
 */
final class HeldBackCompiler {

    private final String program;
    private final JvmOptions jvm;
    private final List<Long> launches = new CopyOnWriteArrayList<>();

    HeldBackCompiler(String program, JvmOptions jvm) {
        this.program = program;
        this.jvm = jvm;
    }

    void onLaunch(ProcessHandle process) {
        launches.add(process.pid());
        if (jvm.holdsC2Back()) {
            Thread.ofVirtual().name("priority of " + program).start(() -> {
                try {
                    CompilerPriority.lower(process);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    void onReady() {
        if (launches.size() > 1) {
            try {
                CompilerPriority.restore(launches.getLast());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
