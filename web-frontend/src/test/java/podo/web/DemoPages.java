package podo.web;

import org.springframework.boot.SpringApplication;

/** Runs the pages on port 8099 with canned responses, to look at them: {@code mvn … -Dexec.mainClass=podo.web.DemoPages}. */
public final class DemoPages {

    private DemoPages() {}

    public static void main(String[] args) {
        var services = new FakeServices();
        // -Dpodo.demo.longest=W: with the longest texts that the fields take
        String letter = System.getProperty("podo.demo.longest");
        if (letter != null) {
            LongestStubs.apply(services, letter);
        }
        services.properties().forEach(System::setProperty);
        for (String setting : SharedTestRedis.settings()) {
            System.setProperty(setting.split("=")[0], setting.split("=")[1]);
        }
        System.setProperty("server.port", "8099");
        System.setProperty("spring.thymeleaf.cache", "false");
        System.setProperty(
                "PODO_CONFIG_IMPORT",
                "optional:file:config-repo/application.yml;optional:file:config-repo/web-frontend.yml");
        SpringApplication.run(WebFrontendApplication.class, args);
    }
}
