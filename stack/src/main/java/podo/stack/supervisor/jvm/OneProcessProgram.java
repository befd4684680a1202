package podo.stack.supervisor.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import podo.stack.process.Program;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;

/** All services in one JVM, see {@code podo.stack.one}. */
public final class OneProcessProgram implements Program {
    /** Megabytes. */
    private static final int HEAP = 768;

    private final List<ServiceProgram> first;
    private final List<ServiceProgram> others;
    private final Path go;
    private final StackFolders folders;
    private final JvmOptions jvm;
    private final int heap;
    private final Duration patience;
    private final boolean records;
    private final OneProcessClassPath classPath;
    private final HeldBackCompiler compiler;

    /**
     * @param first what the others read at their start
     * @param others in the order of their start, which begins when the first are up and the file exists
     * @param go the file
     * @param records whether the process writes an archive of its classes when it ends, instead of using one
     */
    public OneProcessProgram(
            List<ServiceProgram> first,
            List<ServiceProgram> others,
            Path go,
            StackFolders folders,
            StackSettings settings,
            boolean records)
            throws IOException {
        this.first = first;
        this.others = others;
        this.go = go;
        this.folders = folders;
        this.jvm = JvmOptions.of(settings);
        this.compiler = new HeldBackCompiler(name(), jvm);
        this.heap = settings.heap(StackSettings.ALL_SERVICES, HEAP);
        this.patience = settings.patience();
        this.records = records;
        this.classPath = OneProcessClassPath.of(
                services().stream().map(ServiceProgram::jar).toList(), folders.builds(StackSettings.ALL_SERVICES));
    }

    @Override
    public String name() {
        return StackSettings.ALL_SERVICES;
    }

    @Override
    public Path folder() {
        return folders.project();
    }

    public List<ServiceProgram> services() {
        return Stream.concat(first.stream(), others.stream()).toList();
    }

    @Override
    public List<String> command() {
        var arguments = new ArrayList<String>();
        first.forEach(service -> arguments.add(argument(service)));
        arguments.add("--after=" + go);
        others.forEach(service -> arguments.add(argument(service)));
        return jvm.oneProcessCommand(classPath, heap, records, arguments);
    }

    private static String argument(ServiceProgram service) {
        return service.name() + "=" + service.jar().file();
    }

    /** The archive that a start of these libraries uses. */
    public AotCache cache() {
        return classPath.archive(jvm);
    }

    /** Each variable with the name of its service before it. */
    @Override
    public Map<String, String> environment() {
        var all = new HashMap<String, String>();
        // Boot knows one name for all lines of a JVM's log
        all.put("LOGGING_INCLUDE_APPLICATION_NAME", "false");
        for (var service : services()) {
            service.environment().forEach((variable, value) -> all.put(service.name() + "." + variable, value));
        }
        all.put("MALLOC_ARENA_MAX", "2");
        return all;
    }

    @Override
    public boolean ready() {
        return services().stream().allMatch(ServiceProgram::ready);
    }

    @Override
    public void onLaunch(ProcessHandle process) {
        compiler.onLaunch(process);
    }

    @Override
    public void onReady() {
        compiler.onReady();
    }

    @Override
    public Duration patience() {
        return patience;
    }
}
