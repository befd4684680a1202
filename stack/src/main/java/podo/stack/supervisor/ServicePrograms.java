package podo.stack.supervisor;

import java.io.IOException;
import java.util.HashMap;
import podo.stack.process.Ports;
import podo.stack.supervisor.jvm.ServiceProgram;
import podo.stack.supervisor.settings.ProcessEnvironments;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.RunFolder;

/** Makes the program of an instance: its port, its environment and the file that tools read it from. */
final class ServicePrograms {

    private final ProcessEnvironments environments;
    private final StackFolders folders;
    private final StackSettings settings;
    private final RunFolder run;
    private final boolean recording;

    /** @param recording whether each service writes its AOT cache when it ends */
    ServicePrograms(
            ProcessEnvironments environments,
            StackFolders folders,
            StackSettings settings,
            RunFolder run,
            boolean recording) {
        this.environments = environments;
        this.folders = folders;
        this.settings = settings;
        this.run = run;
        this.recording = recording;
    }

    /** @param instance from 1; the first of a service with a well-known port gets that */
    ServiceProgram of(ServiceModule service, int instance) throws IOException {
        var name = instance == 1 ? service.name() : service.name() + "-" + instance;
        var program = of(service, name, instance == 1 ? portOf(service) : Ports.free());
        run.writeEnvironment(name, program.environment());
        return program;
    }

    /** The program that takes the place of this one, with another port where the port is free to choose. */
    ServiceProgram successorOf(ServiceProgram program) throws IOException {
        return of(program.service(), program.name(), isWellKnown(program) ? program.port() : Ports.free());
    }

    private static boolean isWellKnown(ServiceProgram program) {
        return program.service().fixedPort().isPresent()
                && program.name().equals(program.service().name());
    }

    /** The service as a part of the one process. */
    ServiceProgram inOneProcess(ServiceModule service) throws IOException {
        var port = portOf(service);
        var environment = environments.of(service, port);
        run.writeEnvironment(service.name(), environment);
        return new ServiceProgram(service.name(), service, port, folders, environment, settings, false);
    }

    private ServiceProgram of(ServiceModule service, String name, int port) throws IOException {
        var environment = new HashMap<>(environments.of(service, port));
        environment.put("PODO_DRAIN_REQUEST", run.drainRequest(name).toString());
        return new ServiceProgram(name, service, port, folders, environment, settings, recording);
    }

    private int portOf(ServiceModule service) {
        return service.fixedPort().isPresent() ? environments.portOf(service.name()) : Ports.free();
    }
}
