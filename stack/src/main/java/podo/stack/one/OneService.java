package podo.stack.one;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapRegistry.InstanceSupplier;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;

/** A service of this JVM: its application context behind its own class loader and environment. */
final class OneService {
    /** Boot sets up the JVM's one logging system while it prepares an environment, and expects to do so alone. */
    private static final ReentrantLock LOGGING = new ReentrantLock();

    private final String name;
    private final Path jar;
    private final Map<String, String> variables;
    private volatile @Nullable ConfigurableApplicationContext context;

    OneService(String name, Path jar, Map<String, String> variables) {
        this.name = name;
        this.jar = jar;
        this.variables = variables;
    }

    String name() {
        return name;
    }

    /** Returns when the service answers at its port. */
    void start() throws IOException, ClassNotFoundException {
        var loader = ServiceClassLoader.of(name, jar, OneService.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        var main = Class.forName(ServiceClassLoader.mainClass(jar), false, loader);
        var application = new SpringApplication(new DefaultResourceLoader(loader), main);
        application.setMainApplicationClass(main);
        var environment = new ServiceEnvironment(variables);
        application.setEnvironment(environment);
        // what runs before Boot's own files are read finds the variables here
        application.addBootstrapRegistryInitializer(
                registry -> registry.register(Environment.class, InstanceSupplier.of(environment)));
        application.setRegisterShutdownHook(false); // the process stops its services in order
        application.addListeners((ApplicationEnvironmentPreparedEvent prepared) -> LOGGING.unlock());
        LOGGING.lock();
        try {
            context = application.run();
        } finally {
            if (LOGGING.isHeldByCurrentThread()) {
                LOGGING.unlock();
            }
        }
    }

    void stop() {
        var started = context;
        if (started != null) {
            started.close();
        }
    }
}
