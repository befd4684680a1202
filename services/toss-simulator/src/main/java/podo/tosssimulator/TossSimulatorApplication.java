package podo.tosssimulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Stands in for Toss Payments on a laptop and in tests; never deployed. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TossSimulatorApplication {

    public static void main(String[] args) {
        SpringApplication.run(TossSimulatorApplication.class, args);
    }
}
