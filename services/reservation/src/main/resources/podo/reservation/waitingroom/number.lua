-- Writes a part of the drawn list. ARGV: how, the highest number served (0 in a draw), then number, fan and ticket id of each.
-- Repeating it changes nothing. How:
--   drawn    a place whose ticket is in the list gets its number: who left since gets none, and who came again has another ticket
--   lost     Redis had forgotten these fans before it closed the lobby anew, and the list has them: they stand where it says
--   rebuilt  the room was lost, and nobody sees it before it is laid out again; who had been served waits aside for a sign of life
local how, served = ARGV[1], tonumber(ARGV[2])
if how == 'rebuilt' then
  if redis.call('EXISTS', meta) == 1 then
    return 0
  end
elseif get('drawn') == '1' or get('closing') ~= '1' then
  return 0
end
local sleep = how == 'drawn' and num('silenceInLobby') or 0
for i = 3, #ARGV, 3 do
  local number, fan, ticket = tonumber(ARGV[i]), ARGV[i + 1], ARGV[i + 2]
  local known, has = place(fan)
  if how == 'drawn' and known == ticket or how ~= 'drawn' and not has then
    redis.call('HSET', fans, fan, ticket .. '|' .. number)
    redis.call('ZADD', number <= served and parked or line, number, fan)
    -- who fell asleep in the lobby is skipped, as anybody else who sleeps; the first sign of life ends that
    local asleep = sleep > 0 and now - tonumber(redis.call('ZSCORE', seen, fan) or '0') > sleep
    redis.call('ZADD', seen, asleep and 0 or now, fan)
  end
end
if how == 'rebuilt' then
  for _, key in ipairs({fans, line, parked, seen}) do
    redis.call('EXPIRE', key, 86400) -- should nobody finish this
  end
end
return 1
