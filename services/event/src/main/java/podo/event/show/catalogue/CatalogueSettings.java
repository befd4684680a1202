package podo.event.show.catalogue;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param cache how old a public answer may be at most */
@ConfigurationProperties("podo.event")
record CatalogueSettings(@DefaultValue("5s") Duration cache) {}
