package podo.web.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Streams live by ticks. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StreamClock {}
