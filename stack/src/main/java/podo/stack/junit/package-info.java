/** Real servers for an integration test: annotate it with {@link podo.stack.junit.OnRealServers} and ask {@link podo.stack.junit.TestServers} to break one. */
@NullMarked
package podo.stack.junit;

import org.jspecify.annotations.NullMarked;
