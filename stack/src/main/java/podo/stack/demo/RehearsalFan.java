package podo.stack.demo;

import java.io.IOException;
import podo.stack.junit.PageVisitor;

/**
 * A fan who rehearses purchases, by the API and as pages.
 *
 * @param visitor has its own session; logged in by {@link #logIn}
 */
record RehearsalFan(String email, String password, DemoApiClient.Caller caller, PageVisitor visitor) {

    void logIn() throws IOException, InterruptedException {
        visitor.logIn(email, password);
    }
}
