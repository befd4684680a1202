package podo.starter.drain;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** For processes that somebody may ask to drain. */
@AutoConfiguration
@ConditionalOnProperty("podo.drain.request")
@EnableConfigurationProperties(DrainSettings.class)
class DrainAutoConfiguration {

    @Bean
    RequestsInFlight requestsInFlight() {
        return new RequestsInFlight();
    }

    @Bean
    FilterRegistrationBean<Filter> requestsInFlightFilter(RequestsInFlight requests) {
        var registration = new FilterRegistrationBean<Filter>(requests);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Drain drain(
            ApplicationContext context,
            DrainSettings settings,
            RequestsInFlight requests,
            ObjectProvider<Drainable> lasting,
            Leaving leaving) {
        return new Drain(context, settings, requests, lasting.orderedStream().toList(), leaving);
    }

    /** Takes this process out of the registry. */
    interface Leaving extends Runnable {}

    @Bean
    @SuppressWarnings({"rawtypes", "unchecked"
    }) // a registry takes registrations of its own kind only, and there is one kind
    Leaving leaving(ObjectProvider<ServiceRegistry> registries, ObjectProvider<Registration> registrations) {
        return () -> registries.ifAvailable(registry -> registrations.ifAvailable(registry::deregister));
    }
}
