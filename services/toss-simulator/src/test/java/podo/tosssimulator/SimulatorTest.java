package podo.tosssimulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** Starts the simulator on a free port with a journal of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "podo.simulator.journal=target/journals/${random.uuid}.jsonl",
            "podo.simulator.secret-key=test_sk_podo",
            "podo.simulator.window.shop=http://localhost:8080",
            "podo.simulator.window.origins=http://localhost:8080",
        })
@interface SimulatorTest {}
