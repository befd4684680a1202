package podo.stack.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * Gives a Spring Boot test real servers: started once per JVM on free ports, an empty schema with its own account for the
 * application (named by {@code spring.application.name}), and all {@code PODO_*} settings, secrets included. Registry and
 * config server are off. {@code -Dpodo.db=mysql} takes the real MySQL 8 instead of MariaDB.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@TestPropertySource(
        properties = {
            "eureka.client.enabled=false",
            "spring.cloud.discovery.enabled=false",
            "spring.cloud.config.enabled=false"
        })
public @interface OnRealServers {

    /** Which servers the test needs. */
    RealServer[] value() default {RealServer.DATABASE, RealServer.REDIS, RealServer.KAFKA};
}
