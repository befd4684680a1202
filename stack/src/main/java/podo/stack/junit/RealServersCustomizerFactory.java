package podo.stack.junit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Starts the servers for tests with {@link OnRealServers}; Spring finds it through META-INF/spring.factories. */
final class RealServersCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, OnRealServers.class);
        return annotation == null ? null : new RealServersCustomizer(EnumSet.copyOf(List.of(annotation.value())));
    }

    /** A record, so that tests with the same servers share a cached context. */
    record RealServersCustomizer(Set<RealServer> servers) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            TestServers.start(servers);
            var environment = context.getEnvironment();
            var application = environment.getRequiredProperty("spring.application.name");
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("podo real servers", TestSettings.of(application, servers)));
        }
    }
}
