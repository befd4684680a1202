package podo.web.live;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Enables scheduling, which broadcasts, heartbeats and reports need. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StreamSchedulingConfiguration {}
