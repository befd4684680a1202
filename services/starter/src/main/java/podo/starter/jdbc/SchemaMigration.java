package podo.starter.jdbc;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * A second main class of each service with a database: brings its schema up to date, with the service's own settings, and ends. A process that fails
 * ends with a status other than 0 and may be repeated; two at once wait for each other, and for a service that is starting, at Flyway's lock.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PrimarySearchAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
public class SchemaMigration {

    public static void main(String... arguments) {
        new SpringApplicationBuilder(SchemaMigration.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }
}
