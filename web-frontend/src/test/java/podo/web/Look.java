package podo.web;

import org.springframework.boot.SpringApplication;

/** Not a test: the pages on port 8099 with canned answers, to look at them. {@code mvn … -Dexec.mainClass=podo.web.Look}. */
public final class Look {

    private Look() {}

    public static void main(String[] args) {
        var house = new Neighbours();
        house.properties().forEach(System::setProperty);
        System.setProperty("spring.data.redis.port", Integer.toString(RedisOnTheSide.port()));
        System.setProperty("server.port", "8099");
        System.setProperty("spring.thymeleaf.cache", "false");
        System.setProperty(
                "PODO_CONFIG_IMPORT",
                "optional:file:config-repo/application.yml;optional:file:config-repo/web-frontend.yml");
        SpringApplication.run(WebFrontendApplication.class, args);
    }
}
