package podo.inventory;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import podo.inventory.hold.line.RecordingWaitingRoom;
import podo.inventory.seat.hall.StubShowPlans;
import podo.inventory.seat.hall.TestHalls;
import podo.stack.junit.OnRealServers;

/** The whole service on a real database, Redis and Kafka; one context for all tests without settings of their own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@OnRealServers
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({TestHalls.class, StubShowPlans.class, Api.class, RecordingWaitingRoom.class})
public @interface InventoryIT {}
