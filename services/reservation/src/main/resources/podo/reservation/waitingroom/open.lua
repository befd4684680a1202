-- Lays out the room or changes its times. ARGV: lobbyOpensAt, onSaleAt, offerMillis (ms), drawn 0|1, highest number given,
-- highest number served, silence inside (ms), width of an age in the life table (ms). Without this there is no room: a rebuilt line is written first, and seen all at once.
if redis.call('EXISTS', meta) == 0 then
  redis.call('HSET', meta, 'drawn', ARGV[4], 'next', ARGV[5], 'serving', ARGV[6], 'budget', 0, 'room', 0, 'open', 0,
    'rebuilt', ARGV[4])
end
redis.call('HSET', meta, 'lobbyOpensAt', ARGV[1], 'onSaleAt', ARGV[2], 'offerMillis', ARGV[3],
  'silenceInside', ARGV[7], 'ageWidth', ARGV[8] or '18750')
return 1
