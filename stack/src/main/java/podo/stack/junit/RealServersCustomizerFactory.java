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

/** Found by Spring through META-INF/spring.factories: acts on tests that carry {@link OnRealServers}. */
final class RealServersCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        var wish = TestContextAnnotationUtils.findMergedAnnotation(testClass, OnRealServers.class);
        return wish == null ? null : new RealServersCustomizer(EnumSet.copyOf(List.of(wish.value())));
    }

    /** Equal when it asks for the same servers, so that Spring's context cache goes on working. */
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
