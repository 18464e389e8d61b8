package io.gatehouse.intercept;

/** How many chat applications and browsers are connected to this instance (S3.18). */
public interface ConnectionCount {

  int open();
}
