package podo.stack.supervisor;

import java.io.IOException;
import java.util.List;
import podo.stack.supervisor.jvm.CacheTrainer;
import podo.stack.supervisor.jvm.ExtractedJar;
import podo.stack.supervisor.settings.BackingServers;
import podo.stack.supervisor.settings.FixedPorts;
import podo.stack.supervisor.settings.ProcessEnvironments;
import podo.stack.supervisor.settings.ServiceModule;
import podo.stack.supervisor.settings.ServiceModule.Need;
import podo.stack.supervisor.settings.StackFolders;
import podo.stack.supervisor.settings.StackSecrets;
import podo.stack.supervisor.settings.StackSettings;
import podo.stack.supervisor.watch.Console;
import podo.stack.supervisor.watch.RunFolder;
import podo.stack.tls.ProcessTls;

/** What a start consists of, with settings that were checked and secrets that exist. */
record PreparedStack(
        BackingServers servers,
        ProcessEnvironments environments,
        List<ServiceModule> services,
        CacheTrainer trainer,
        String rehearsalPassword) {

    /** Checks the settings, and creates all secrets before anything is started. */
    static PreparedStack of(
            StackFolders folders, StackSettings settings, ProcessTls tls, RunFolder run, Console console)
            throws IOException {
        settings.check();
        var secrets = StackSecrets.of(folders, settings);
        var servers = BackingServers.of(folders, settings, secrets);
        var environments = new ProcessEnvironments(settings, secrets, servers, tls);
        FixedPorts.requireFree(settings);
        var stack = new PreparedStack(
                servers,
                environments,
                builtServices(folders, console),
                new CacheTrainer(folders, settings, environments, run, console),
                secrets.password("PODO_REHEARSAL_PASSWORD"));
        stack.withDatabase().forEach(environments::databasePassword);
        stack.services().forEach(service -> environments.of(service, 0));
        run.writeEnvironment("replay", environments.replay());
        secrets.save();
        return stack;
    }

    List<ServiceModule> withDatabase() {
        return services.stream().filter(service -> service.needs(Need.DATABASE)).toList();
    }

    /** Those that start first and are ended last: what the other services read at their start. */
    List<ServiceModule> infrastructure() {
        return services.stream().filter(ServiceModule::isInfrastructure).toList();
    }

    private static List<ServiceModule> builtServices(StackFolders folders, Console console) {
        var services = ServiceModule.ALL.stream()
                .filter(service -> ExtractedJar.isStartable(service.jar(folders.project())))
                .toList();
        ServiceModule.ALL.stream()
                .filter(service -> !services.contains(service))
                .forEach(service -> console.say(service.name() + " is skipped, because it has not been built"));
        return services;
    }
}
