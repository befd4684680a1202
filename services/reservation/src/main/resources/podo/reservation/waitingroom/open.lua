-- Lays out the room or changes its times. ARGV: lobbyOpensAt, onSaleAt, offerMillis (ms), drawn 0|1, highest number given
if redis.call('EXISTS', meta) == 0 then
  redis.call('HSET', meta, 'drawn', ARGV[4], 'next', ARGV[5], 'serving', 0, 'budget', 0, 'room', 0, 'open', 0)
end
redis.call('HSET', meta, 'lobbyOpensAt', ARGV[1], 'onSaleAt', ARGV[2], 'offerMillis', ARGV[3])
return 1
