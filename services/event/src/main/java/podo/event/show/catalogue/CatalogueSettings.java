package podo.event.show.catalogue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param cache how old a response that is kept in memory, and what Redis keeps, may be at most */
@ConfigurationProperties("podo.event")
record CatalogueSettings(@DefaultValue("250ms") Duration cache) {}
