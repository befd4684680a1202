package podo.e2e.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;

/** Annotations and types of Spring by name: this module has none of Spring's jars. */
final class Spring {

    static final String KAFKA_LISTENER = "org.springframework.kafka.annotation.KafkaListener";
    static final String CONFIGURATION_PROPERTIES =
            "org.springframework.boot.context.properties.ConfigurationProperties";
    static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    static final String AUTO_CONFIGURATION = "org.springframework.boot.autoconfigure.AutoConfiguration";
    static final String BEAN = "org.springframework.context.annotation.Bean";
    static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";
    static final List<String> CONTROLLERS = List.of(
            "org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController");
    static final List<String> STEREOTYPES = Stream.concat(
                    CONTROLLERS.stream(),
                    Stream.of(
                            CONFIGURATION,
                            AUTO_CONFIGURATION,
                            "org.springframework.stereotype.Component",
                            "org.springframework.stereotype.Service",
                            "org.springframework.stereotype.Repository",
                            "org.springframework.web.bind.annotation.ControllerAdvice",
                            "org.springframework.web.bind.annotation.RestControllerAdvice"))
            .toList();

    private static final String EXCHANGES = "org.springframework.web.service.annotation.";

    private Spring() {}

    /** Annotated as a bean, or the return type of a @Bean method. */
    static boolean isBean(JavaClass type) {
        return STEREOTYPES.stream().anyMatch(type::isAnnotatedWith)
                || type.getMethodsWithReturnTypeOfSelf().stream().anyMatch(method -> method.isAnnotatedWith(BEAN));
    }

    static boolean isController(JavaClass type) {
        return CONTROLLERS.stream().anyMatch(type::isAnnotatedWith);
    }

    /** Extends an interface of Spring Data, whose own hierarchy is not known here. */
    static boolean isRepository(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(parent -> parent.getName().startsWith("org.springframework.data."));
    }

    /** An interface with calls like @GetExchange. */
    static boolean isHttpInterface(JavaClass type) {
        return type.getMethods().stream()
                .flatMap(method -> method.getAnnotations().stream())
                .anyMatch(annotation -> annotation.getRawType().getName().startsWith(EXCHANGES));
    }
}
